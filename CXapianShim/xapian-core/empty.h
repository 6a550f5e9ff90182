/* Xapian is C++ only: the module carries the flags of pkg-config, the shim includes the headers. */
