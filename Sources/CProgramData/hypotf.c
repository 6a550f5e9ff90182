#include <math.h>

/// The C library's function, of which glibc 2.35 has a new version with another treatment of errors: without this definition Swift's
/// runtime would ask for that version, and the program would not start on systems with 2.34. Squares of floats are exact in doubles.
float hypotf(float x, float y) {
    if (isinf(x) || isinf(y)) return INFINITY;
    return (float)sqrt((double)x * x + (double)y * y);
}
