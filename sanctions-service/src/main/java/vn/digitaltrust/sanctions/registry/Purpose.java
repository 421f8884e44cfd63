package vn.digitaltrust.sanctions.registry;

/** For what a representative speaks here, in the registry's words. */
public enum Purpose {
  READ,
  RESPOND,
  APPEAL
}
