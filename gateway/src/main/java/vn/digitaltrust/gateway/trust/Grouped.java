package vn.digitaltrust.gateway.trust;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Values by their id and by a key of which each has one or more. One thread writes; readers see
 * immutable lists.
 *
 * @param <K> the key by which they are found
 * @param <V> the values
 */
final class Grouped<K, V> {
  private final Map<UUID, Held<K, V>> byId = new ConcurrentHashMap<>();
  private final Map<K, List<V>> byKey = new ConcurrentHashMap<>();

  private record Held<K, V>(V value, List<K> keys) {}

  /** Puts a value in the place of the one with the same id; null only takes that away. */
  void put(UUID id, V value, List<K> keys) {
    Held<K, V> before = value == null ? byId.remove(id) : byId.put(id, new Held<>(value, keys));
    V old = before == null ? null : before.value();
    // A key that stays goes from the old list to the new one in one step.
    for (K key : keys) {
      byKey.compute(key, (same, values) -> changed(values, old, value));
    }
    if (before != null) {
      for (K key : before.keys()) {
        if (!keys.contains(key)) {
          byKey.compute(key, (same, values) -> changed(values, old, null));
        }
      }
    }
  }

  /** The values with this key. */
  List<V> get(K key) {
    return byKey.getOrDefault(key, List.of());
  }

  int size() {
    return byId.size();
  }

  private static <V> List<V> changed(List<V> values, V old, V value) {
    List<V> kept =
        Stream.concat(
                values == null ? Stream.empty() : values.stream().filter(each -> each != old),
                Stream.of(value).filter(Objects::nonNull))
            .toList();
    return kept.isEmpty() ? null : kept;
  }
}
