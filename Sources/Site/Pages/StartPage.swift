internal import Archive
internal import Articles
internal import Presentation

/// What stands there before anything is asked.
enum StartPage {
  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let status = try context.archive.status()
    let dates = [status.earliest, status.latest].compactMap { $0 }.map { "\($0.year)" }
    let span =
      Set(dates).count > 1 ? " from \(dates[0]) to \(dates[1])" : dates.first.map { " from \($0)" } ?? ""
    let names = try EntityClass.allCases.map { entityClass -> HTML in
      let counts = try context.archive.entities(entityClass, limit: 12)
      guard !counts.isEmpty else { return .none }
      let items = counts.map { count -> HTML in
        "<li>\(ArticleParts.entity(entityClass, key: count.key, name: count.name)) <span class=\"numbers\">\(count.passages)</span></li>"
      }
      return "<section><h2>\(EntityParts.plural(entityClass))</h2><ul class=\"tags\">\(items)</ul></section>"
    }
    return SiteResponse(
      page: HTMLPage(
        title: "Search", part: .search, layout: "start",
        main: """
          <h1>Search \(counted(status.articles, "article")) of \(counted(status.outlets, "outlet"))\(span)</h1>
          <p class="lead">Results stand together by text: who repeats a text stands below it, with how much of it and how it was changed.</p>
          <div class="names">\(names)</div>
          """))
  }
}

/// What pages show of entities.
enum EntityParts {
  static func plural(_ entityClass: EntityClass) -> String {
    switch entityClass {
    case .person: "People"
    case .organisation: "Organisations"
    case .place: "Places"
    }
  }

  static func singular(_ entityClass: EntityClass) -> String {
    switch entityClass {
    case .person: "Person"
    case .organisation: "Organisation"
    case .place: "Place"
    }
  }
}
