internal import Glibc

extension Double {
  /// The cosine of the angle.
  var cosine: Double { cos(self) }

  /// The sine of the angle.
  var sine: Double { sin(self) }
}
