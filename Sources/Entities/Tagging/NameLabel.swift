package import Articles

/// The label of a token: whether a name begins or goes on there, and of which class.
///
/// The raw values are lanes of the model's vectors.
package enum NameLabel: Int, Sendable, CaseIterable {
  case beginsPerson = 0
  case insidePerson, beginsOrganisation, insideOrganisation, beginsPlace, insidePlace, outside

  package var beginsName: Bool {
    self == .beginsPerson || self == .beginsOrganisation || self == .beginsPlace
  }

  /// What it names; nil outside.
  package var entityClass: EntityClass? {
    switch self {
    case .beginsPerson, .insidePerson: .person
    case .beginsOrganisation, .insideOrganisation: .organisation
    case .beginsPlace, .insidePlace: .place
    case .outside: nil
    }
  }

  /// The label as the CoNLL sets write it in BIO2.
  package var bio: String {
    switch self {
    case .beginsPerson: "B-PER"
    case .insidePerson: "I-PER"
    case .beginsOrganisation: "B-ORG"
    case .insideOrganisation: "I-ORG"
    case .beginsPlace: "B-LOC"
    case .insidePlace: "I-LOC"
    case .outside: "O"
    }
  }

  /// Reads a BIO2 label; everything unknown is outside.
  package init(bio: some StringProtocol) {
    switch bio {
    case "B-PER": self = .beginsPerson
    case "I-PER": self = .insidePerson
    case "B-ORG": self = .beginsOrganisation
    case "I-ORG": self = .insideOrganisation
    case "B-LOC": self = .beginsPlace
    case "I-LOC": self = .insidePlace
    default: self = .outside
    }
  }

  package init(_ entityClass: EntityClass, begins: Bool) {
    switch entityClass {
    case .person: self = begins ? .beginsPerson : .insidePerson
    case .organisation: self = begins ? .beginsOrganisation : .insideOrganisation
    case .place: self = begins ? .beginsPlace : .insidePlace
    }
  }
}
