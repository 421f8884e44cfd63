package vn.digitaltrust.verdict;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * GW-20: values found by a key that they carry themselves; several may carry the same one. One
 * thread writes, any number read without waiting. It costs eight to fifteen bytes a value, a fourth
 * of what a map does, and the index has millions of them.
 *
 * <p>A value stands in the first free place from the one that its key's hash names. A place whose
 * value is gone is never taken again, only dropped when the table is made anew: so a reader on its
 * way along the places meets a value that moves at its new place, if no longer at its old one. For
 * each place there is a byte of the hash, and 0 where there never was a value: so other keys on the
 * way are not looked at, and what is not there is missed by its byte alone.
 *
 * @param <K> the key
 * @param <V> the values, whose keys never change
 */
final class Table<K, V> {
  private static final int SMALLEST = 16;
  private static final Object GONE = new Object();

  private final Keys<K, V> keys;
  private volatile Places places = new Places(SMALLEST);
  private volatile int size;
  private int taken;

  /**
   * A byte is written before the value that it is for. Who reads the byte and not yet the value
   * takes the place for one that is gone, and goes on.
   */
  private static final class Places extends AtomicReferenceArray<Object> {
    private static final long serialVersionUID = 1L;

    private final byte[] marks;

    private Places(int length) {
      super(length);
      marks = new byte[length];
    }

    /** The first place where a value with this hash may stand, or -1. */
    private int first(int hash) {
      return from(hash & marks.length - 1, mark(hash));
    }

    /** The next such place after that one, or -1. */
    private int next(int place, int hash) {
      return from(place + 1 & marks.length - 1, mark(hash));
    }

    private int from(int place, byte mark) {
      int i = place;
      while (marks[i] != mark) {
        if (marks[i] == 0) {
          return -1;
        }
        i = i + 1 & marks.length - 1;
      }
      return i;
    }
  }

  Table(Keys<K, V> keys) {
    this.keys = keys;
  }

  /** The values with this key. */
  List<V> get(K key) {
    Places all = places;
    int hash = spread(key);
    V one = null;
    List<V> more = null;
    for (int i = all.first(hash); i >= 0; i = all.next(i, hash)) {
      V value = value(all.getAcquire(i));
      if (value != null && isOf(key, value)) {
        if (one == null) {
          one = value;
        } else {
          more = more == null ? new ArrayList<>(List.of(one)) : more;
          more.add(value);
        }
      }
    }
    return more != null ? more : one != null ? List.of(one) : List.of();
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
    int hash = spread(key);
    for (int i = all.first(hash); i >= 0; i = all.next(i, hash)) {
      V value = value(all.getAcquire(i));
      if (value != null && isOf(key, value)) {
        return value;
      }
    }
    return null;
  }

  /**
   * Any one of the values with each of these keys, or null for it. At each step of the way memory
   * is asked for all of them before any is looked at, so that none is waited for after the other.
   * The steps are noted in arrays of this method: to store a value elsewhere, the JVM may first
   * read its class, and wait.
   */
  List<V> any(List<K> wanted) {
    Places all = places;
    int count = wanted.size();
    int[] hashes = new int[count];
    for (int i = 0; i < count; i++) {
      hashes[i] = spread(wanted.get(i));
    }
    byte[] marks = new byte[count];
    for (int i = 0; i < count; i++) {
      marks[i] = all.marks[hashes[i] & all.marks.length - 1];
    }
    int[] likely = new int[count];
    for (int i = 0; i < count; i++) {
      likely[i] = marks[i] == 0 ? -1 : all.first(hashes[i]);
    }
    Object[] held = new Object[count];
    for (int i = 0; i < count; i++) {
      held[i] = likely[i] < 0 ? GONE : all.getAcquire(likely[i]);
    }
    @SuppressWarnings("unchecked") // nobody else sees it
    K[] found = (K[]) new Object[count];
    for (int i = 0; i < count; i++) {
      V value = value(held[i]);
      found[i] = value == null ? null : keys.of(value);
    }
    List<V> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      K key = wanted.get(i);
      boolean right = found[i] != null && keys.same(key, found[i]);
      values.add(right ? value(held[i]) : likely[i] < 0 ? null : any(key));
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

  /** From the upper bits, which do not tell the place; never 0. */
  static byte mark(int hash) {
    return (byte) (hash >>> 24 | 1);
  }

  @SuppressWarnings("unchecked") // what is held is a value or marks one that is gone
  private V value(Object held) {
    return held == GONE ? null : (V) held;
  }
}
