internal import Archive
internal import Articles
internal import Entities
internal import Presentation

/// The names of the archive.
enum EntitiesPage {
  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let asked = context.query["name"]
    let only = try context.query["class"].map { name throws(Problem) -> EntityClass in
      guard let entityClass = EntityClass(rawValue: name) else {
        throw .badRequest("class is person, org or place, not \"\(name)\"")
      }
      return entityClass
    }
    let lists = try (only.map { [$0] } ?? EntityClass.allCases).map { entityClass -> HTML in
      let counts =
        try asked.map { try context.archive.entities(named: $0, entityClass, limit: 50) }
        ?? context.archive.entities(entityClass, limit: only == nil ? 40 : 400)
      guard !counts.isEmpty else { return .none }
      return """
        <section><h2><a href="\(Address.of("/entities", ["class": entityClass.rawValue]))">\(EntityParts.plural(entityClass))</a></h2>
        <ol class="plain counted">\(counts.map { item($0) })</ol></section>
        """
    }
    let none: HTML = HTML(lists).isEmpty ? "<p>No entity of the archive is named like that.</p>" : .none
    return SiteResponse(
      page: HTMLPage(
        title: asked ?? "Names", part: .entities, layout: "wide",
        main: """
          <h1>\(asked.map { "Who or what is “\($0)”?" } ?? "Names")</h1>
          <form class="inline" action="/entities" method="get"><label>A name in any of its forms \
          <input name="name" value="\(asked)" dir="auto"></label> <button type="submit">Find</button></form>
          \(none)<div class="names">\(lists)</div>
          """))
  }

  private static func item(_ count: EntityCount) -> HTML {
    let why: HTML? = count.reason.map { reason -> HTML in
      " <span class=\"unknown\">\(reason == .same ? "as asked" : reason.rawValue)</span>"
    }
    return
      "<li>\(ArticleParts.entity(count.entityClass, key: count.key, name: count.name))\(why) <span class=\"numbers\">\(count.passages)</span></li>"
  }
}

/// One name: its variants and why they are one, when and with whom it is named.
enum EntityPage {
  static func answer(_ context: RouteContext) throws -> SiteResponse {
    let entityClass = try context.query.choice("class", of: EntityClass.self, otherwise: .person)
    let key = EntityKey(entityClass: entityClass, text: try context.query.required("key"))
    let variants = try context.archive.entities(named: key.readable, entityClass)
    guard let own = variants.first(where: { $0.key == key.text }) ?? variants.first else {
      throw Problem.notFound("no entity of the archive is named \"\(key.readable)\"")
    }
    let filter = "\(entityClass.rawValue):\"\(key.readable.split(separator: "\"").joined())\""
    var options = SearchOptions(limit: 5, order: .newest)
    options.facets = [.outlet, .month]
    let found = try context.archive.search(filter, options: options)
    let company = try EntityClass.allCases.map { other -> HTML in
      let counts = try context.archive.entities(other, with: key.readable, limit: 12)
      guard !counts.isEmpty else { return .none }
      let tags = counts.map { count -> HTML in
        "<li>\(ArticleParts.entity(other, key: count.key, name: count.name)) <span class=\"numbers\">\(count.passages)</span></li>"
      }
      return "<h3>\(EntityParts.plural(other))</h3><ul class=\"tags\">\(tags)</ul>"
    }
    let months = found.facets?.facets.first { $0.field == .month }?.values ?? []
    let list: HTML = """
      <h1><bdi>\(own.name)</bdi></h1>
      <p class="source">\(EntityParts.singular(entityClass)) · <a href="\(Address.search(filter))">\(counted(found.facets?.articles ?? 0, "article"))</a>\(place(own))</p>
      \(overTime(months, filter))
      <div class="columns"><div>
      <section><h2>Newest articles</h2><ul class="plain">\(found.results.map(article))</ul></section>
      <section><h2>Named with it</h2>\(HTML(company))</section></div>
      <aside aria-label="Variants">\(variantList(variants, key: key))\(try decisions(context, key: key))</aside></div>
      """
    return SiteResponse(page: HTMLPage(title: own.name, part: .entities, layout: "wide", main: list))
  }

  private static func place(_ count: EntityCount) -> HTML {
    guard let record = count.record, let code = record.countryCode else { return .none }
    return " · <abbr title=\"country\">\(code)</abbr>"
  }

  private static func overTime(_ months: [FacetValue], _ filter: String) -> HTML {
    guard !months.isEmpty else { return .none }
    let rows = months.map { month -> HTML in
      "<tr><td><a href=\"\(Address.search("\(filter) date:\(month.key)"))\">\(month.key)</a></td><td>\(month.articles)</td></tr>"
    }
    return """
      <section class="months">\(MonthHistogram(counts: months.map { ($0.key, $0.articles) }).svg)
      <details><summary>As a table</summary><table><thead><tr><th scope="col">Month</th><th scope="col">Articles</th></tr></thead>
      <tbody>\(rows)</tbody></table></details></section>
      """
  }

  private static func article(_ result: SearchResult) -> HTML {
    "<li>\(ArticleParts.headline(result.article))<br><span class=\"source\">\(ArticleParts.outlet(result.article.outlet)) · \(ArticleParts.date(result.article.published))</span></li>"
  }

  private static func variantList(_ variants: [EntityCount], key: EntityKey) -> HTML {
    let rows = variants.map { variant -> HTML in
      "<tr><td>\(ArticleParts.entity(variant.entityClass, key: variant.key, name: variant.name))</td><td>\(variant.reason.map { $0 == .same ? "this one" : $0.rawValue })</td><td>\(variant.passages)</td></tr>"
    }
    return """
      <section><h2>Counted as one</h2><table><thead><tr><th scope="col">Name</th><th scope="col">Why</th><th scope="col">Passages</th></tr></thead>
      <tbody>\(rows)</tbody></table></section>
      """
  }

  /// The form that joins and parts names, where whoever asks may.
  private static func decisions(_ context: RouteContext, key: EntityKey) throws -> HTML {
    guard let path = context.site.options.aliasPath else {
      return
        "<p class=\"more\">Names can be joined and parted where the page is opened with a file of aliases.</p>"
    }
    guard context.mayWrite else {
      return "<p class=\"more\">Who opens the page with its token can join and part names.</p>"
    }
    let hidden: HTML = """
      <input type="hidden" name="class" value="\(key.entityClass.rawValue)"><input type="hidden" name="key" value="\(key.text)">
      """
    let lines = try AliasStore(path: path).lines().filter { !$0.hasPrefix("#") }.map { line -> HTML in
      """
      <li><form class="inline" method="post" action="/entity/alias">\(hidden)<input type="hidden" name="remove" value="\(line)">\
      <code>\(line)</code> <button type="submit">Undo<span class="hidden"> \(line)</span></button></form></li>
      """
    }
    return """
      <section><h2>Decide</h2><form method="post" action="/entity/alias">\(hidden)
      <label>This name, as it is to be shown <input name="one" required maxlength="200" value="\(key.readable)"></label>
      <label>and this one <input name="other" required maxlength="200"></label>
      <p class="actions"><button type="submit" name="decision" value="join">are one</button> \
      <button type="submit" name="decision" value="part">are two</button></p></form>
      <h3>Decided</h3><ul class="plain">\(lines)</ul></section>
      """
  }

  /// Writes a decision into the file of aliases.
  static func decide(_ context: RouteContext) throws -> SiteResponse {
    guard let path = context.site.options.aliasPath else {
      throw Problem.forbidden("there is no file of aliases")
    }
    let form = try FormValues(parsing: context.request.body)
    let entityClass = try form.choice("class", of: EntityClass.self, otherwise: .person)
    let store = AliasStore(path: path)
    if let line = form["remove"] {
      context.site.pool.use(try store.remove(line))
    } else {
      let decision = try form.choice("decision", of: AliasStore.Decision.self, otherwise: .join)
      context.site.pool.use(
        try store.add(decision, entityClass, try form.required("one"), try form.required("other")))
    }
    return .redirect(to: Address.of("/entity", ["class": entityClass.rawValue, "key": form["key"]]))
  }
}
