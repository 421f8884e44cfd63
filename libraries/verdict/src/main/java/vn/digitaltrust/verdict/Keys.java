package vn.digitaltrust.verdict;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.Function;

/**
 * What values are found by in a {@link Table}.
 *
 * @param <K> the key
 * @param <V> the values
 */
interface Keys<K, V> {
  VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static long mixed(long bits) {
    long product = bits * 0x9E3779B97F4A7C15L;
    return product ^ product >>> 32;
  }

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

  /**
   * Keys of bytes, which are the same when each byte is. {@link Arrays#hashCode(byte[])} is the
   * same for far too many short names of letters and digits, so eight bytes at a time are mixed in
   * here.
   */
  static <V> Keys<byte[], V> ofBytes(Function<V, byte[]> keyOf) {
    return new Keys<>() {
      @Override
      public byte[] of(V value) {
        return keyOf.apply(value);
      }

      @Override
      public int hash(byte[] key) {
        long hash = key.length;
        int at = 0;
        for (; at <= key.length - Long.BYTES; at += Long.BYTES) {
          hash = mixed(hash ^ (long) EIGHT_BYTES.get(key, at));
        }
        long rest = 0;
        for (; at < key.length; at++) {
          rest = rest << Byte.SIZE | key[at] & 0xFF;
        }
        return (int) mixed(hash ^ rest);
      }

      @Override
      public boolean same(byte[] one, byte[] other) {
        return Arrays.equals(one, other);
      }
    };
  }
}
