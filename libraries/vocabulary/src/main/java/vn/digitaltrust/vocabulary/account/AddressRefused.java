package vn.digitaltrust.vocabulary.account;

import vn.digitaltrust.vocabulary.Refused;

/**
 * What was given names no account. It carries no part of the address, which may be personal data.
 */
public final class AddressRefused extends Refused {
  private static final long serialVersionUID = 1L;

  private final AddressFault fault;

  AddressRefused(AddressFault fault) {
    super(fault.key());
    this.fault = fault;
  }

  /** The first rule that the address breaks (VOC-12). */
  public AddressFault fault() {
    return fault;
  }
}
