/// The shapes of JSON record that Reprise reads.
///
/// The raw value is the name on the command line.
public enum RecordFormat: String, Sendable, Hashable, CaseIterable, Codable {
  /// Our own: `id, outlet, url, published, title, text, language, entities` and more; all but the text or
  /// the file that holds it may be missing.
  case reprise
  /// What trafilatura extracts: `source` is the address, `source-hostname` or `hostname` the outlet.
  case trafilatura
  /// What news-please crawls: `maintext, source_domain, date_publish`; "None" stands for what is missing.
  case newsPlease = "news-please"
  /// Stories of Media Cloud: `media_name, publish_date, indexed_date`, with the text added.
  case mediaCloud = "mediacloud"
  /// Posts of webz.io: `thread.site`, and entities by class.
  case webz
  /// NELA-GT: `source, content, published_utc`.
  case nela = "nela-gt"
  /// The Signal Media one-million-articles set: `source, content, media-type`.
  case signal = "signal-1m"
  /// News in JSON of the IPTC, version 1 (`body_text`) to 3 (`bodies`).
  case ninjs
  /// Collections for ranking experiments as BEIR lays them out: `_id, title, text`.
  case beir
  /// Input of passim: `id, series, date, text`; the series is the outlet.
  case passim
}
