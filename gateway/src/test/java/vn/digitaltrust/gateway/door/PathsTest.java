package vn.digitaltrust.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GATE-6. */
class PathsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/registry/v1/kols",
        "/registry/v1/kols/",
        "/registry/v1/kols/0193a5c9-4b1f-7c2d-bb0e-6a3f4d5c2e11?x=//..%2f;",
        "/docs/swagger-ui.css.map",
        "/a.b/..c/d..",
        "/registry/v1/t%C3%AAn",
        "/registry/v1/a%20b",
        "/a@b:c!d$e&f'g(h)*+,="
      })
  @DisplayName("A path with one reading passes, whatever its query says")
  void plain(String target) {
    assertTrue(Paths.isPlain(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "registry",
        "http://x/registry",
        "//",
        "/a//b",
        "//a",
        "/.",
        "/..",
        "/a/.",
        "/a/../b",
        "/...",
        "/a/./b",
        "/%2e",
        "/%2E%2e/a",
        "/a%2fb",
        "/a%2Fb",
        "/a%5Cb",
        "/a\\b",
        "/a;b",
        "/a%3bb",
        "/a%00",
        "/a%1f",
        "/a%7f",
        "/%61",
        "/a%25b",
        "/a%3Fb",
        "/a%23b",
        "/a%",
        "/a%2",
        "/a%2g",
        "/a b",
        "/a?b c",
        "/\u00e9",
        "/a\"b",
        "/a<b",
        "/a|b",
        "/a^b",
        "/a`b",
        "/a{b}",
        "/a#b",
        "/%c0%af",
        "/%e0%80%af",
        "/%C0%AE%C0%AE/a",
        "/a%ff",
        "/a%C3",
        "/a%C3/%A9",
        "/a%ed%a0%80",
        "/a%C2%80",
        "/%2D",
        "/%7E"
      })
  @DisplayName("A path with two readings does not")
  void tricky(String target) {
    assertFalse(Paths.isPlain(target));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a", "/a?", "/a?b=c&d=%C4%91+e", "/a?u=https://x/@y?z", "/a?b[]=1"})
  @DisplayName("A query of what a query may hold passes")
  void plainQuery(String target) {
    assertTrue(Paths.isPlainQuery(target));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/a?b|c", "/a?b=%", "/a?b=%4", "/a?b=%zz", "/a?b={c}", "/a?b=\"", "/a?b^"})
  @DisplayName("A query that is not encoded, or only half, does not")
  void trickyQuery(String target) {
    assertFalse(Paths.isPlainQuery(target));
  }

  @Test
  @DisplayName("GATE-6 A bare semicolon in a query is seen, an encoded one and one of a path not")
  void semicolon() {
    assertTrue(Paths.hasSemicolon("/a?b=c;d=e"));
    assertTrue(Paths.hasSemicolon("/a?;"));
    assertFalse(Paths.hasSemicolon("/a?b=c%3Bd"));
    assertFalse(Paths.hasSemicolon("/a;b"));
    assertFalse(Paths.hasSemicolon("/a"));
  }

  @Test
  @DisplayName("GATE-11 Whom a path is about cannot be read from its veiled form")
  void veiled() {
    assertEquals("/trust/v1/kols/*", Paths.veiled("/trust/v1/kols/KOL-100000011?at=x"));
    assertEquals(
        "/registry/v1/kols/*/accounts",
        Paths.veiled("/registry/v1/kols/0193a5c9-4b1f-7c2d-bb0e-6a3f4d5c2e11/accounts"));
    assertEquals(
        "/registry/v1/subjects/*",
        Paths.veiled("/registry/v1/subjects/abcdabcd-abcd-abcd-abcd-abcdabcdabcd"));
    assertEquals("/trust/v1/accounts", Paths.veiled("/trust/v1/accounts?handle=linh"));
    assertEquals("/registry/v1/kols/by-number/*", Paths.veiled("/registry/v1/kols/by-number/1"));
    assertEquals("/*/", Paths.veiled("/%C4%91/"));
    assertEquals("/", Paths.veiled("/"));
  }

  @Test
  @DisplayName("The path ends where the query begins")
  void path() {
    assertEquals("/a", Paths.of("/a?b=/c"));
    assertEquals("/a", Paths.of("/a"));
    assertEquals("/", Paths.of("/?"));
  }
}
