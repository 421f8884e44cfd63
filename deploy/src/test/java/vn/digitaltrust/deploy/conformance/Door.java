package vn.digitaltrust.deploy.conformance;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where the API is, and who there is to call it.
 *
 * @param address makes an address of a path and query
 * @param token an access token of a person, by name
 * @param people at least one of every role
 */
record Door(Function<String, URI> address, UnaryOperator<String> token, List<Person> people) {
  /** Those who hold one of these roles. */
  List<Person> holding(Set<String> roles) {
    return people.stream().filter(person -> roles.contains(person.role())).toList();
  }

  /** Those who may call an operation: at least one, or the walk is not complete. */
  List<Person> callers(Contract.Operation operation) {
    List<Person> callers = operation.isOpen() ? people : holding(operation.roles());
    if (callers.isEmpty()) {
      throw new AssertionError("nobody here may call " + operation);
    }
    return callers;
  }
}
