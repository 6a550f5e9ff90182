public import Archive
public import ArgumentParser
public import Articles
public import Formats
public import Entities
public import Reprints

// What the command line takes as values, by the names that they have in JSON too.

extension EntityClass: ExpressibleByArgument {}
extension RecordFormat: ExpressibleByArgument {}
extension Relation: ExpressibleByArgument {}
extension ResultGrouping: ExpressibleByArgument {}
extension ResultOrder: ExpressibleByArgument {}
extension TagFormat: ExpressibleByArgument {}
