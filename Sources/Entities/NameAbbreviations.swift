internal import TextAnalysis

/// Words that end with a dot of their own before or after a name.
enum NameAbbreviations {
  private static let hashes = HashSet(
    words: """
      mr mrs ms dr st prof gen sen sens rep reps gov lt col sgt capt cmdr maj adm brig rev hon inc corp ltd co jr
      sr mt ft bros jan feb mar apr aug sept sep oct nov dec no vs pvt cpl spc supt det messrs mme mlle dept univ
      assn ariz calif colo conn fla mass mich minn miss okla ore tenn tex wash wis ala ill ind kan ky la md mo neb
      nev pa va vt wyo
      """)

  static func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }
}
