package vn.digitaltrust.gateway.account;

/** ACC-3: why something is not read as an account, in the order in which it is looked for. */
public enum Fault {
  MALFORMED,
  NOT_HTTPS,
  USERINFO,
  PORT,
  SHORT_LINK,
  UNKNOWN_HOST,
  FRAGMENT,
  QUERY,
  UNRESOLVABLE,
  NOT_AN_ACCOUNT,
  BAD_HANDLE,
  BAD_PLATFORM_ID,
  UNSUPPORTED_PLATFORM
}
