package org.trm.events.pages;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** What the sources say of a type, a part of it or a code: the comment beside it, read by the compiler itself. */
public final class Sayings {
    private final Map<String, String> sayings = new HashMap<>();

    private Sayings() {}

    /** @param sources folders below the top of the house, such as {@code shared-events/src/main/java} */
    public static Sayings of(String... sources) {
        Sayings all = new Sayings();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(javaFiles(sources)));
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(all.sayings, DocTrees.instance(task)).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static List<Path> javaFiles(String... sources) throws IOException {
        try (Stream<Path> files = Files.walk(House.path(sources[0]))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return sources.length == 1
                    ? found
                    : Stream.concat(
                                    found.stream(),
                                    javaFiles(List.of(sources)
                                                    .subList(1, sources.length)
                                                    .toArray(String[]::new))
                                            .stream())
                            .toList();
        }
    }

    /** Of a type; empty when nothing is said. */
    public String of(Class<?> type) {
        return sayings.getOrDefault(type.getCanonicalName(), "");
    }

    /** Of a part of a record by its name, or of a code of a list. */
    public String of(Class<?> type, String part) {
        return sayings.getOrDefault(type.getCanonicalName() + "#" + part, "");
    }

    private static final class Scanner extends TreePathScanner<Void, Void> {
        private final Map<String, String> sayings;
        private final DocTrees trees;

        private Scanner(Map<String, String> sayings, DocTrees trees) {
            this.sayings = sayings;
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                String name = nameOf(getCurrentPath());
                sayings.put(name, words(comment.getFullBody()));
                comment.getBlockTags().stream()
                        .filter(ParamTree.class::isInstance)
                        .map(ParamTree.class::cast)
                        .forEach(param -> sayings.put(name + "#" + param.getName(), words(param.getDescription())));
            }
            return super.visitClass(type, nothing);
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree) {
                sayings.put(
                        nameOf(getCurrentPath().getParentPath()) + "#" + variable.getName(),
                        words(comment.getFullBody()));
            }
            return super.visitVariable(variable, nothing);
        }

        private static String nameOf(TreePath path) {
            Tree leaf = path.getLeaf();
            if (leaf instanceof CompilationUnitTree unit) {
                return unit.getPackageName().toString();
            }
            String outer = nameOf(path.getParentPath());
            return leaf instanceof ClassTree type ? outer + "." + type.getSimpleName() : outer;
        }

        private static String words(List<? extends DocTree> trees) {
            return trees.stream()
                    .map(Scanner::words)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        private static String words(DocTree tree) {
            if (tree instanceof LiteralTree literal) {
                return "`" + literal.getBody() + "`";
            }
            return tree instanceof LinkTree link ? "`" + link.getReference() + "`" : tree.toString();
        }
    }
}
