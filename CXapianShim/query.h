// Query programs, turned into queries.

#ifndef CXS_QUERY_H
#define CXS_QUERY_H

#include <xapian.h>

#include "reader.h"

namespace cxs {

/// The query that the steps of a request describe; throws CXS_BAD_QUERY where they describe none.
Xapian::Query query_of(const cxs_search_request &request);

/// The documents that are deleted in any segment of a reader, as a query.
Xapian::Query deleted_documents(const cxs_reader &reader);

/// The documents that match a request, all of them but the deleted, in the order of segments and ids.
std::vector<cxs_document> matching(const cxs_reader &reader, const cxs_search_request &request);

}  // namespace cxs

#endif
