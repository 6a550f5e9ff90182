public import Archive
internal import Articles
internal import Formats

/// What the index holds, as JSON.
public struct StatusLine: JSONRecord {
  private let status: ArchiveStatus

  /// - Parameter status: The counts.
  public init(_ status: ArchiveStatus) { self.status = status }

  /// Adds the keys that a line of this type has, in byte order.
  public func write(to json: inout JSONObject) {
    json.add("articles", status.articles)
    json.add("commit", status.commit)
    json.add("deleted_articles", status.deletedArticles)
    json.add("disk_bytes", status.diskBytes)
    json.add("earliest", status.earliest?.description)
    json.add("files", status.files)
    if !status.languagesWithoutModel.isEmpty {
      json.add("languages_without_model", status.languagesWithoutModel.map(LanguagePart.init))
    }
    json.add("latest", status.latest?.description)
    json.add("outlets", status.outlets)
    json.add("passages", status.passages)
    json.add("path", status.path)
    json.add("refused", status.refusals.map(RefusalPart.init))
    json.add("segments", status.segments)
    json.add("text_bytes", status.textBytes)
    json.add("type", "status")
    json.add("unfinished", status.unfinished.map(UnfinishedPart.init))
  }
}

/// A language with its number of passages.
private struct LanguagePart: JSONRecord {
  let language: LanguageCount

  func write(to json: inout JSONObject) {
    json.add("language", language.code)
    json.add("passages", language.passages)
  }
}

/// A file that was read in part.
private struct UnfinishedPart: JSONRecord {
  let file: UnfinishedFile

  func write(to json: inout JSONObject) {
    json.add("file", file.path)
    json.add("records", file.records)
  }
}
