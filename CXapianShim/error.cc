// Errors: made of exceptions in one place, read and freed by the caller.

#include <xapian.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <filesystem>
#include <new>

#include "blocks.h"
#include "guard.h"

struct cxs_error {
  cxs_code code;
  std::string text;
};

namespace {

/// Stands for running out of memory, when there is none left to say so with; never freed.
cxs_error out_of_memory{CXS_UNEXPECTED, "out of memory"};

cxs_error *made(cxs_code code, const std::string &text) noexcept {
  try {
    return new cxs_error{code, text};
  } catch (...) {
    return &out_of_memory;
  }
}

/// Whether the system's own words for an error number are those that the exception carries.
bool says(const Xapian::Error &error, int number) {
  const char *text = error.get_error_string();
  return text != nullptr && std::strcmp(text, std::strerror(number)) == 0;
}

/// What can be done about a failure of the storage for which Xapian has no class of its own.
cxs_code storage_code(const Xapian::Error &error) {
  // The system had nothing to object: what is in the files is wrong, such as their end.
  if (error.get_error_string() == nullptr || says(error, EBADMSG)) return CXS_CORRUPT;
  if (says(error, ENOENT) || says(error, ENOTDIR)) return CXS_NOT_FOUND;
  return CXS_INPUT_OUTPUT;
}

cxs_code code_of(const std::filesystem::filesystem_error &error) {
  if (error.code() == std::errc::no_such_file_or_directory) return CXS_NOT_FOUND;
  return CXS_INPUT_OUTPUT;
}

cxs_code code_of(const Xapian::Error &error) {
  const std::string type = error.get_type();
  if (type == "DatabaseModifiedError") return CXS_MODIFIED;
  if (type == "DatabaseNotFoundError" || type == "DocNotFoundError") return CXS_NOT_FOUND;
  if (type == "DatabaseCorruptError" || type == "DatabaseVersionError" || type == "FeatureUnavailableError" ||
      type == "SerialisationError" || type == "RangeError")
    return CXS_CORRUPT;
  if (type == "QueryParserError" || type == "WildcardError") return CXS_BAD_QUERY;
  if (type == "InvalidArgumentError" || type == "InvalidOperationError" || type == "DatabaseClosedError")
    return CXS_BAD_ARGUMENT;
  if (type.compare(0, 8, "Database") == 0) return storage_code(error);
  return CXS_UNEXPECTED;
}

std::string text_of(const Xapian::Error &error) {
  if (says(error, EBADMSG)) return cxs::last_damage();
  std::string text = error.get_msg();
  if (const char *system = error.get_error_string()) text += std::string(" (") + system + ")";
  return text;
}

}  // namespace

cxs_error *cxs::current_error() noexcept {
  try {
    throw;
  } catch (const Failure &failure) {
    return made(failure.code, failure.what());
  } catch (const Xapian::Error &error) {
    try {
      return made(code_of(error), text_of(error));
    } catch (...) {
      return &out_of_memory;
    }
  } catch (const std::filesystem::filesystem_error &error) {
    return made(code_of(error), error.what());
  } catch (const std::bad_alloc &) {
    return &out_of_memory;
  } catch (const std::exception &exception) {
    return made(CXS_UNEXPECTED, exception.what());
  } catch (...) {
    return made(CXS_UNEXPECTED, "an exception of an unknown kind");
  }
}

cxs_code cxs_error_code(const cxs_error *error) { return error->code; }

const char *cxs_error_message(const cxs_error *error) { return error->text.c_str(); }

void cxs_error_free(cxs_error *error) {
  if (error != &out_of_memory) delete error;
}

const char *cxs_xapian_version(void) { return Xapian::version_string(); }
