package vn.digitaltrust.gateway.account;

/** What was given names no account; it is not repeated here, since it may be personal data. */
public final class NotAnAccount extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  NotAnAccount(Fault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  /** The first fault that was found. */
  public Fault fault() {
    return fault;
  }
}
