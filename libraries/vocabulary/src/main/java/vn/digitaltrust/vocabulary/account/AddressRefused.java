package vn.digitaltrust.vocabulary.account;

/**
 * What was given names no account. It carries no part of the address, which may be personal data,
 * and no stack trace, since callers send such addresses by the thousand.
 */
public final class AddressRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final AddressFault fault;

  AddressRefused(AddressFault fault) {
    super(fault.name(), null, false, false);
    this.fault = fault;
  }

  /** The first rule that the address breaks (VOC-12). */
  public AddressFault fault() {
    return fault;
  }
}
