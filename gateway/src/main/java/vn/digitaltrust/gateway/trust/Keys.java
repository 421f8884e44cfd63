package vn.digitaltrust.gateway.trust;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What values are found by in a {@link Table}.
 *
 * @param <K> the key
 * @param <V> the values
 */
interface Keys<K, V> {
  /** The key that a value carries; one without a key is not put. */
  K of(V value);

  /** The same for keys that are the same. */
  default int hash(K key) {
    return key.hashCode();
  }

  /** Whether they are the same. */
  default boolean same(K one, K other) {
    return one.equals(other);
  }

  /** Keys of bytes, which are the same when each byte is. */
  static <V> Keys<byte[], V> ofBytes(Function<V, byte[]> keyOf) {
    return new Keys<>() {
      @Override
      public byte[] of(V value) {
        return keyOf.apply(value);
      }

      @Override
      public int hash(byte[] key) {
        return Arrays.hashCode(key);
      }

      @Override
      public boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
      }
    };
  }
}
