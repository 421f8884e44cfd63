package vn.digitaltrust.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Who is calling, as far as the gateway must tell callers apart.
 *
 * @param id the client that the token was made for; names no person
 * @param key one caller: a machine, or one person who uses a client that many share
 */
public record Client(String id, String key) {
  /** Under this name a verified identity carries its client. */
  static final String ATTRIBUTE = Client.class.getName();

  private static final String NOT_TOLD = "unnamed";

  /** Who sent this request, whose token was verified. */
  public static Client of(RoutingContext exchange) {
    return exchange.get(ATTRIBUTE);
  }

  /** The client of a verified token. */
  public static Client of(SecurityIdentity caller) {
    Client known = caller.getAttribute(ATTRIBUTE);
    return known == null ? read((JsonWebToken) caller.getPrincipal()) : known;
  }

  private static Client read(JsonWebToken token) {
    Object party = token.getClaim("azp");
    String id = party == null ? NOT_TOLD : legible(party.toString());
    return new Client(id, id + ' ' + token.getSubject());
  }

  private static String legible(String id) {
    return id.matches("[A-Za-z0-9._-]{1,64}") ? id : NOT_TOLD;
  }
}
