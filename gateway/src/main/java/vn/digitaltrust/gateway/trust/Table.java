package vn.digitaltrust.gateway.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * GW-15: values found by a key that they carry themselves; several may carry the same one. One
 * thread writes, any number read without waiting. It costs eight to fifteen bytes a value, a fourth
 * of what a map does, and the index has millions of them.
 *
 * <p>A value stands in the first free place from the one that its key's hash names. A place whose
 * value is gone is never taken again, only dropped when the table is made anew: so a reader on its
 * way along the places meets a value that moves at its new place, if no longer at its old one.
 * Beside each place stands one byte of the hash, so that other keys on the way are not looked at.
 *
 * @param <K> the key
 * @param <V> the values, immutable
 */
final class Table<K, V> {
  private static final int SMALLEST = 16;
  private static final Object GONE = new Object();

  private final Keys<K, V> keys;
  private volatile Places places = new Places(SMALLEST);
  private volatile int size;
  private int taken;

  /** The bytes are written before what they stand beside, and read after it. */
  private static final class Places extends AtomicReferenceArray<Object> {
    private static final long serialVersionUID = 1L;

    private final byte[] marks;

    private Places(int length) {
      super(length);
      marks = new byte[length];
    }
  }

  Table(Keys<K, V> keys) {
    this.keys = keys;
  }

  /** The values with this key. */
  List<V> get(K key) {
    Places all = places;
    int last = all.length() - 1;
    int hash = spread(key);
    V one = null;
    List<V> more = null;
    for (int i = hash & last; ; i = i + 1 & last) {
      Object held = all.getAcquire(i);
      if (held == null) {
        return more != null ? more : one != null ? List.of(one) : List.of();
      }
      V value = all.marks[i] == mark(hash) ? value(held) : null;
      if (value != null && isOf(key, value)) {
        if (one == null) {
          one = value;
        } else {
          more = more == null ? new ArrayList<>(List.of(one)) : more;
          more.add(value);
        }
      }
    }
  }

  /** The values with any of these keys. */
  List<V> all(Collection<K> any) {
    if (any.isEmpty()) {
      return List.of();
    }
    if (any.size() == 1) {
      return get(any.iterator().next());
    }
    List<V> values = new ArrayList<>();
    any.forEach(key -> values.addAll(get(key)));
    return values;
  }

  /** Any one of the values with this key, or null. */
  V any(K key) {
    Places all = places;
    int last = all.length() - 1;
    int hash = spread(key);
    for (int i = hash & last; ; i = i + 1 & last) {
      Object held = all.getAcquire(i);
      if (held == null) {
        return null;
      }
      V value = all.marks[i] == mark(hash) ? value(held) : null;
      if (value != null && isOf(key, value)) {
        return value;
      }
    }
  }

  /**
   * Any one of the values with each of these keys, or null for it. Memory is asked for the places
   * of all of them before any is looked at, so that one need not be waited for after the other.
   */
  List<V> any(List<K> wanted) {
    Places all = places;
    int last = all.length() - 1;
    int[] hashes = new int[wanted.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = spread(wanted.get(i));
    }
    Object[] first = new Object[hashes.length];
    byte[] marks = new byte[hashes.length];
    for (int i = 0; i < hashes.length; i++) {
      first[i] = all.getAcquire(hashes[i] & last);
      marks[i] = all.marks[hashes[i] & last];
    }
    List<V> values = new ArrayList<>(hashes.length);
    for (int i = 0; i < hashes.length; i++) {
      K key = wanted.get(i);
      V value = marks[i] == mark(hashes[i]) ? value(first[i]) : null;
      boolean found = value != null && isOf(key, value);
      values.add(found ? value : first[i] == null ? null : any(key));
    }
    return values;
  }

  /** Puts a value in the place of another, in one step if they carry the same key. */
  void replace(V old, V value) {
    K before = old == null ? null : keys.of(old);
    K after = value == null ? null : keys.of(value);
    if (before != null && keys.same(before, after)) {
      places.setRelease(place(before, old), value);
      return;
    }
    if (after != null) {
      add(after, value);
    }
    if (before != null) {
      places.setRelease(place(before, old), GONE);
      size = size - 1;
    }
  }

  /** How many values are held. */
  int size() {
    return size;
  }

  private void add(K key, V value) {
    if (3L * (taken + 1) > 2L * places.length()) {
      makeAnew();
    }
    places.setRelease(free(places, spread(key)), value);
    taken++;
    size = size + 1;
  }

  private void makeAnew() {
    int length = Math.max(SMALLEST, Integer.highestOneBit(size * 3 / 2) * 2);
    Places anew = new Places(length);
    for (int i = 0; i < places.length(); i++) {
      V value = value(places.getPlain(i));
      if (value != null) {
        anew.setPlain(free(anew, spread(keys.of(value))), value);
      }
    }
    taken = size;
    places = anew;
  }

  /** The first free place from the one that the hash names, marked for it. */
  private static int free(Places all, int hash) {
    int last = all.length() - 1;
    int i = hash & last;
    while (all.getPlain(i) != null) {
      i = i + 1 & last;
    }
    all.marks[i] = mark(hash);
    return i;
  }

  private int place(K key, V value) {
    int last = places.length() - 1;
    int i = spread(key) & last;
    while (places.getPlain(i) != value) {
      i = i + 1 & last;
    }
    return i;
  }

  private boolean isOf(K key, V value) {
    return keys.same(key, keys.of(value));
  }

  private int spread(K key) {
    return spread(keys.hash(key));
  }

  /** Spread over all bits, as MurmurHash3 ends, since keys that differ little have such hashes. */
  static int spread(int hashOfKey) {
    int hash = hashOfKey;
    hash = (hash ^ hash >>> 16) * 0x85EBCA6B;
    hash = (hash ^ hash >>> 13) * 0xC2B2AE35;
    return hash ^ hash >>> 16;
  }

  /** From the upper bits, which do not tell the place. */
  static byte mark(int hash) {
    return (byte) (hash >>> 24);
  }

  @SuppressWarnings("unchecked") // what is held is a value or marks one that is gone
  private V value(Object held) {
    return held == GONE ? null : (V) held;
  }
}
