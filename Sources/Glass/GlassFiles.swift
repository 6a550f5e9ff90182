import Storage

/// The files of a database under construction.
struct GlassFiles {
  private let folder: DurableFolder
  let postlist: GlassTableWriter
  let position: GlassTableWriter
  let docdata: GlassTableWriter
  let termlist: GlassTableWriter

  /// Makes a folder, which must not exist, in one that does, and begins the tables.
  init(_ folder: DurableFolder) throws(IndexError) {
    try folder.createNew()
    self.folder = folder
    postlist = try GlassTableWriter(.postlist, in: folder)
    position = try GlassTableWriter(.position, in: folder)
    docdata = try GlassTableWriter(.docdata, in: folder)
    termlist = try GlassTableWriter(.termlist, in: folder)
  }

  /// Writes what is left of the tables, and the file that makes the folder a database.
  ///
  /// - Parameters:
  ///   - lengths: The length of each document, in order of their ids, which have no gaps.
  ///   - highestFrequency: The highest frequency of any term in any document.
  func finish(lengths: [GlassPostings.Posting], highestFrequency: UInt32) throws(IndexError) {
    let version = GlassVersionFile(
      roots: [
        .postlist: try postlist.finish(), .position: try position.finish(), .docdata: try docdata.finish(),
        .termlist: try termlist.finish(),
      ],
      lengths: lengths.map(\.frequency), highestFrequency: highestFrequency)
    try version.write(to: folder)
  }
}
