package vn.digitaltrust.deploy.conformance;

/** What the stub answers instead of doing what was asked. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String slug;

  Refused(int status, String slug) {
    super(slug);
    this.status = status;
    this.slug = slug;
  }

  int status() {
    return status;
  }

  /** The last part of the problem's type. */
  String slug() {
    return slug;
  }
}
