package vn.digitaltrust.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TableTest {
  /** Told apart by what it is, not by what it says. */
  private static final class Value {
    private final String key;

    private Value(String key) {
      this.key = key;
    }
  }

  private final Table<String, Value> table = new Table<>(value -> value.key);

  @Test
  @DisplayName("GW-20 after any number of changes it holds what was put and not taken away")
  void model() {
    Random random = new Random(7);
    List<Value> held = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      String key = "key " + random.nextInt(300);
      Value old =
          random.nextInt(3) == 0 || held.isEmpty() ? null : held.get(random.nextInt(held.size()));
      Value value = random.nextInt(3) == 0 ? null : new Value(random.nextInt(20) == 0 ? null : key);
      table.replace(old, value);
      held.remove(old);
      if (value != null && value.key != null) {
        held.add(value);
      }
      if (i % 1_000 == 0) {
        compare(held);
      }
    }
    compare(held);
    while (!held.isEmpty()) {
      table.replace(held.remove(0), null);
    }
    compare(held);
  }

  private void compare(List<Value> held) {
    assertEquals(held.size(), table.size());
    List<String> keys = IntStream.range(0, 300).mapToObj(i -> "key " + i).toList();
    List<Value> together = table.any(keys);
    for (int i = 0; i < 300; i++) {
      String key = keys.get(i);
      Set<Value> expected =
          held.stream().filter(it -> key.equals(it.key)).collect(Collectors.toSet());
      assertEquals(expected, new HashSet<>(table.get(key)));
      assertEquals(expected.size(), table.get(key).size());
      if (expected.isEmpty()) {
        assertNull(table.any(key));
        assertNull(together.get(i));
      } else {
        assertTrue(expected.contains(table.any(key)));
        assertTrue(expected.contains(together.get(i)));
      }
    }
  }

  @Test
  @DisplayName("GW-20 names that differ little are spread evenly all the same")
  void hashes() {
    Keys<byte[], byte[]> keys = Keys.ofBytes(key -> key);
    int names = 36 * 36 * 36 * 36;
    BitSet places = new BitSet();
    int[] marks = new int[128];
    for (int i = 0; i < names; i++) {
      byte[] name = AccountSpan.key("TIKTOK", true, "a." + Integer.toString(i, 36));
      int hash = Table.spread(keys.hash(name));
      places.set(hash & (1 << 21) - 1);
      assertNotEquals(0, Table.mark(hash));
      marks[(Table.mark(hash) & 0xFF) >> 1]++;
    }
    double evenly = (1 << 21) * -Math.expm1(-names / (double) (1 << 21));
    assertEquals(evenly, places.cardinality(), evenly / 100);
    for (int mark : marks) {
      assertEquals(names / 128, mark, names / 128 / 10);
    }
  }

  @Test
  @DisplayName("GW-20 keys of bytes are the same when each byte is, at any length")
  void sameBytes() {
    Keys<byte[], byte[]> keys = Keys.ofBytes(key -> key);
    Set<Integer> hashes = new HashSet<>();
    for (int length = 0; length < 40; length++) {
      byte[] key = new byte[length];
      assertEquals(keys.hash(key), keys.hash(key.clone()));
      assertTrue(keys.same(key, key.clone()));
      assertTrue(hashes.add(keys.hash(key)), "zeros of length " + length);
      for (int i = 0; i < length; i++) {
        byte[] other = key.clone();
        other[i] = -1;
        assertFalse(keys.same(key, other));
        assertTrue(hashes.add(keys.hash(other)), "byte " + i + " of " + length);
      }
    }
  }

  @Test
  @DisplayName("GW-20 who reads finds what stays, while everything around it changes")
  void readers() throws Exception {
    Value stays = new Value("stays");
    table.replace(null, stays);
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        new Thread(
            () -> {
              Value changing = new Value("changes");
              table.replace(null, changing);
              for (int i = 0; !stop.get(); i++) {
                Value next = new Value(i % 3 == 0 ? "changes" : "other " + i);
                table.replace(changing, next);
                changing = next;
              }
            });
    writer.start();
    try {
      for (int i = 0; i < 1_000_000; i++) {
        assertEquals(List.of(stays), table.get("stays"));
        assertEquals(Arrays.asList(stays, null), table.any(List.of("stays", "absent")));
      }
    } finally {
      stop.set(true);
      writer.join();
    }
  }
}
