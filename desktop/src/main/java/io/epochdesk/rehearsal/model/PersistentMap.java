package io.epochdesk.rehearsal.model;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * An immutable map in key order, a balanced tree of which a change copies only one path: worlds of
 * thousands of accounts share nearly all they have with the worlds before them. Its order is that
 * of the keys, so that the same world is told in the same words every time.
 *
 * @param <K> the keys
 * @param <V> the values
 */
public final class PersistentMap<K extends Comparable<? super K>, V> {

    private final @Nullable Node<K, V> root;

    private PersistentMap(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** A map without entries. */
    public static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(null);
    }

    /** How many entries there are. */
    public int size() {
        return Node.size(root);
    }

    /** Whether there are no entries. */
    public boolean isEmpty() {
        return root == null;
    }

    /** The value of a key, or null. */
    public @Nullable V get(K key) {
        Node<K, V> at = root;
        while (at != null) {
            int order = key.compareTo(at.key);
            if (order == 0) {
                return at.value;
            }
            at = order < 0 ? at.left : at.right;
        }
        return null;
    }

    /** The value of a key, or another when it has none. */
    public V getOrDefault(K key, V other) {
        V value = get(key);
        return value == null ? other : value;
    }

    /** Whether a key has a value. */
    public boolean containsKey(K key) {
        return get(key) != null;
    }

    /** This map with a value in the place of whatever the key had. */
    public PersistentMap<K, V> with(K key, V value) {
        return new PersistentMap<>(Node.put(root, key, value));
    }

    /** This map without a key. */
    public PersistentMap<K, V> without(K key) {
        return containsKey(key) ? new PersistentMap<>(Node.remove(root, key)) : this;
    }

    /** The keys in order. */
    public List<K> keys() {
        List<K> keys = new ArrayList<>(size());
        forEach((key, _) -> keys.add(key));
        return keys;
    }

    /** The values in the order of their keys. */
    public List<V> values() {
        List<V> values = new ArrayList<>(size());
        forEach((_, value) -> values.add(value));
        return values;
    }

    /** Hands over every entry, in the order of the keys. */
    public void forEach(BiConsumer<? super K, ? super V> visitor) {
        Node.visit(root, visitor);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersistentMap<?, ?> map
                && keys().equals(map.keys())
                && values().equals(map.values());
    }

    @Override
    public int hashCode() {
        return 31 * keys().hashCode() + values().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach(
                (key, value) ->
                        text.append(text.length() == 1 ? "" : ", ")
                                .append(key)
                                .append('=')
                                .append(value));
        return text.append('}').toString();
    }

    /** A node of an AVL tree: the heights of its two sides differ by one at most. */
    private static final class Node<K extends Comparable<? super K>, V> {
        final K key;
        final V value;
        final @Nullable Node<K, V> left;
        final @Nullable Node<K, V> right;
        final int size;
        final int height;

        Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.size = 1 + size(left) + size(right);
            this.height = 1 + Math.max(height(left), height(right));
        }

        static int size(@Nullable Node<?, ?> node) {
            return node == null ? 0 : node.size;
        }

        static int height(@Nullable Node<?, ?> node) {
            return node == null ? 0 : node.height;
        }

        static <K extends Comparable<? super K>, V> void visit(
                @Nullable Node<K, V> node, BiConsumer<? super K, ? super V> visitor) {
            if (node != null) {
                visit(node.left, visitor);
                visitor.accept(node.key, node.value);
                visit(node.right, visitor);
            }
        }

        static <K extends Comparable<? super K>, V> Node<K, V> put(
                @Nullable Node<K, V> node, K key, V value) {
            if (node == null) {
                return new Node<>(key, value, null, null);
            }
            int order = key.compareTo(node.key);
            if (order == 0) {
                return new Node<>(key, value, node.left, node.right);
            }
            return order < 0
                    ? balanced(node, put(node.left, key, value), node.right)
                    : balanced(node, node.left, put(node.right, key, value));
        }

        static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(
                @Nullable Node<K, V> node, K key) {
            if (node == null) {
                return null;
            }
            int order = key.compareTo(node.key);
            if (order < 0) {
                return balanced(node, remove(node.left, key), node.right);
            }
            if (order > 0) {
                return balanced(node, node.left, remove(node.right, key));
            }
            if (node.right == null) {
                return node.left;
            }
            Node<K, V> next = node.right;
            while (next.left != null) {
                next = next.left;
            }
            return balanced(next, node.left, remove(node.right, next.key));
        }

        private static <K extends Comparable<? super K>, V> Node<K, V> balanced(
                Node<K, V> entry, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            int lean = height(left) - height(right);
            if (lean > 1 && left != null) {
                Node<K, V> inner = left.right;
                if (inner != null && height(inner) > height(left.left)) {
                    return new Node<>(
                            inner.key,
                            inner.value,
                            new Node<>(left.key, left.value, left.left, inner.left),
                            new Node<>(entry.key, entry.value, inner.right, right));
                }
                return new Node<>(
                        left.key,
                        left.value,
                        left.left,
                        new Node<>(entry.key, entry.value, inner, right));
            }
            if (lean < -1 && right != null) {
                Node<K, V> inner = right.left;
                if (inner != null && height(inner) > height(right.right)) {
                    return new Node<>(
                            inner.key,
                            inner.value,
                            new Node<>(entry.key, entry.value, left, inner.left),
                            new Node<>(right.key, right.value, inner.right, right.right));
                }
                return new Node<>(
                        right.key,
                        right.value,
                        new Node<>(entry.key, entry.value, left, inner),
                        right.right);
            }
            return new Node<>(entry.key, entry.value, left, right);
        }
    }
}
