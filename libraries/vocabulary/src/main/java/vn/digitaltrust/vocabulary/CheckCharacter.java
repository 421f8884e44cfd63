package vn.digitaltrust.vocabulary;

/**
 * The check character of ISO 7064 MOD 37,36. It catches every single wrong character and nearly
 * every swap of neighbours.
 */
final class CheckCharacter {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int M = ALPHABET.length();

  private CheckCharacter() {}

  /** The check character of a text over 0–9 and A–Z. */
  static char of(String text) {
    int product = M;
    for (int i = 0; i < text.length(); i++) {
      int sum = (product + ALPHABET.indexOf(text.charAt(i))) % M;
      product = (sum == 0 ? M : sum) * 2 % (M + 1);
    }
    return ALPHABET.charAt((M + 1 - product) % M);
  }
}
