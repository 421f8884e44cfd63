package vn.digitaltrust.registry.account;

/** An account's address that breaks a rule; carries no part of the address itself. */
public final class AddressRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final AddressFault fault;

  AddressRefused(AddressFault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  /** The first rule that the address breaks. */
  public AddressFault fault() {
    return fault;
  }
}
