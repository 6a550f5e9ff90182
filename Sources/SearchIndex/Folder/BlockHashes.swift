internal import CXapianShim
import Storage

/// The hashes of all blocks of a segment's files, kept with them in the file `blocks`.
///
/// Xapian 1.4 has no checksums of its own. Every read of a segment that has this file is held against it by the
/// shim, so that no block that has changed on the disk, with or without its time, ever makes an answer.
enum BlockHashes {
  /// The name of the file in the folder of a segment.
  static let name = "blocks"

  /// Writes the file for a segment that is complete, and gives the stamps of all its files, which are on the disk
  /// then.
  static func seal(_ folder: DurableFolder) throws(IndexError) -> [FileStamp] {
    var out: UnsafeMutablePointer<cxs_strings>?
    try check(cxs_blocks_hash(folder.path, &out), at: folder.path)
    let list = handedOut(out)
    defer { cxs_strings_free(list) }
    try folder.write(name, strings(list.pointee)[0])
    try folder.syncContents()
    return try FileStamp.stamps(of: folder)
  }

  /// What is wrong with the files of a segment, one text a file; empty for nothing, and where there are no hashes.
  static func damage(in folder: DurableFolder) throws(IndexError) -> [String] {
    var out: UnsafeMutablePointer<cxs_strings>?
    try check(cxs_blocks_check(folder.path, &out), at: folder.path)
    let list = handedOut(out)
    defer { cxs_strings_free(list) }
    return strings(list.pointee).map { String(decoding: $0, as: UTF8.self) }
  }
}

extension Manifest.Segment {
  /// Throws where a file is not the one that was published, as far as that must be known before Xapian opens it.
  func check(in folder: DurableFolder, index: String) throws(IndexError) {
    // Xapian opens by its name whatever lies where it may have a table.
    let known = Set(files.map(\.name))
    for name in try folder.names() where name.hasSuffix(".glass") && !known.contains(name) {
      throw .damaged(path: index, detail: "\(folder.path(of: name)) is no file of the segment")
    }
    if let lock = try folder.status(of: "flintlock"), lock.kind != .file {
      throw .damaged(path: index, detail: "\(folder.path(of: "flintlock")) is no regular file")
    }
    let hasBlocks = files.contains { $0.name == BlockHashes.name }
    for file in files {
      try file.check(in: folder, index: index, isCheckedInReading: hasBlocks && file.isTable)
    }
  }
}
