package org.tokenerror.retrofit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Reads a class file without loading it.
 *
 * <p>It looks for the names of packages in the constants and for annotations that map paths. Code
 * that maps paths when it runs stays unknown.
 */
final class ClassFile {
  private static final int UTF8_CONSTANT = 1;
  private static final List<String> WEB_MEMBERS = List.of("value", "urlPatterns");
  private static final List<String> SPRING_MEMBERS = List.of("value", "path");

  private ClassFile() {}

  /** Reads one; a broken or too new one tells nothing. */
  static ClassFacts read(String entry, byte[] bytes) {
    try {
      ClassReader reader = new ClassReader(bytes);
      Set<Namespace> namespaces = namespaces(reader, bytes);
      Collector collector = new Collector();
      reader.accept(
          collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return collector.facts(reader.getClassName().replace('/', '.'), namespaces);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return ClassFacts.unknown(entry);
    }
  }

  /** Looks through all text constants, which hold the names of types and members as well. */
  private static Set<Namespace> namespaces(ClassReader reader, byte[] bytes) {
    Set<Namespace> found = EnumSet.noneOf(Namespace.class);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int at = reader.getItem(i);
      if (at > 0 && bytes[at - 1] == UTF8_CONSTANT) {
        int length = reader.readUnsignedShort(at);
        String text = new String(bytes, at + 2, length, StandardCharsets.ISO_8859_1);
        for (Namespace namespace : Namespace.values()) {
          if (mentions(text, namespace)) {
            found.add(namespace);
          }
        }
      }
    }
    return found;
  }

  /** Types only: a text "javax.servlet.error.status_code" is in many that serve both worlds. */
  private static boolean mentions(String constant, Namespace namespace) {
    return constant.contains(namespace.label() + "/servlet/")
        || constant.contains(namespace.label() + "/ws/rs/");
  }

  /** Collects annotations. */
  private static final class Collector extends ClassVisitor {
    private final List<String> filters = new ArrayList<>();
    private final List<String> servletPaths = new ArrayList<>();
    private final List<String> applicationPaths = new ArrayList<>();
    private final List<String> classPaths = new ArrayList<>();
    private final List<ClassFacts.Handler> handlers = new ArrayList<>();
    private boolean isGuarded;
    private boolean isFilter;
    private ClassFacts.Style style = ClassFacts.Style.NONE;

    Collector() {
      super(Opcodes.ASM9);
    }

    ClassFacts facts(String name, Set<Namespace> namespaces) {
      return new ClassFacts(
          name,
          namespaces,
          isGuarded,
          isFilter,
          List.copyOf(filters),
          List.copyOf(servletPaths),
          List.copyOf(applicationPaths),
          List.copyOf(classPaths),
          List.copyOf(handlers),
          style);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      String name = simpleName(descriptor);
      isGuarded |= name.equals("servlet.annotation.ServletSecurity");
      isFilter |= name.equals("servlet.annotation.WebFilter");
      style =
          switch (name) {
            case "ws.rs.Path" -> ClassFacts.Style.JAX_RS;
            case "spring.Controller", "spring.RestController" -> ClassFacts.Style.SPRING;
            default -> style;
          };
      return switch (name) {
        case "servlet.annotation.WebFilter" -> new Values(filters, WEB_MEMBERS);
        case "servlet.annotation.WebServlet" -> new Values(servletPaths, WEB_MEMBERS);
        case "ws.rs.ApplicationPath" -> new Values(applicationPaths, List.of("value"));
        case "ws.rs.Path" -> new Values(classPaths, List.of("value"));
        case "spring.RequestMapping" -> new Values(classPaths, SPRING_MEMBERS);
        default -> null;
      };
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new Method(this);
    }
  }

  /** Returns the name of an annotation that matters, the same for both namespaces. */
  private static String simpleName(String descriptor) {
    String type = descriptor.substring(1, Math.max(1, descriptor.length() - 1)).replace('/', '.');
    for (Namespace namespace : Namespace.values()) {
      if (type.startsWith(namespace.label() + ".")) {
        return type.substring(namespace.label().length() + 1);
      }
    }
    boolean spring =
        type.startsWith("org.springframework.web.bind.annotation.")
            || type.startsWith("org.springframework.stereotype.");
    return spring ? "spring." + type.substring(type.lastIndexOf('.') + 1) : "";
  }

  /** Collects what a method's annotations say. */
  private static final class Method extends MethodVisitor {
    private final Collector owner;
    private final List<String> paths = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private boolean handles;
    private boolean post;
    private boolean anyMethod;

    Method(Collector owner) {
      super(Opcodes.ASM9);
      this.owner = owner;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      String name = simpleName(descriptor);
      boolean spring = name.equals("spring.PostMapping") || name.equals("spring.RequestMapping");
      handles |= spring || name.equals("ws.rs.POST") || name.equals("ws.rs.Path");
      post |= name.equals("ws.rs.POST") || name.equals("spring.PostMapping");
      anyMethod |= name.equals("spring.RequestMapping");
      owner.style = spring ? ClassFacts.Style.SPRING : owner.style;
      return switch (name) {
        case "ws.rs.Path" -> new Values(paths, List.of("value"));
        case "spring.PostMapping" -> new Values(paths, SPRING_MEMBERS);
        case "spring.RequestMapping" -> new Values(paths, SPRING_MEMBERS, methods);
        default -> null;
      };
    }

    @Override
    public void visitEnd() {
      boolean takesPost = post || methods.contains("POST") || (anyMethod && methods.isEmpty());
      if (handles && paths.isEmpty()) {
        owner.handlers.add(new ClassFacts.Handler("", takesPost));
      }
      paths.forEach(path -> owner.handlers.add(new ClassFacts.Handler(path, takesPost)));
    }
  }

  /** Collects the texts, and the enum constants, of an annotation's members. */
  private static final class Values extends AnnotationVisitor {
    private final List<String> texts;
    private final List<String> members;
    private final List<String> constants;

    Values(List<String> texts, List<String> members) {
      this(texts, members, new ArrayList<>());
    }

    Values(List<String> texts, List<String> members, List<String> constants) {
      super(Opcodes.ASM9);
      this.texts = texts;
      this.members = members;
      this.constants = constants;
    }

    @Override
    public void visit(@Nullable String name, Object value) {
      if (value instanceof String text && (name == null || members.contains(name))) {
        texts.add(text);
      }
    }

    @Override
    public void visitEnum(@Nullable String name, String descriptor, String value) {
      constants.add(value);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
      boolean wanted = members.contains(name);
      return new Values(wanted ? texts : new ArrayList<>(), members, constants);
    }
  }
}
