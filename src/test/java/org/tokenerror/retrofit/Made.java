package org.tokenerror.retrofit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.tokenerror.TokenErrorSettings;
import org.tokenerror.retrofit.zip.Bytes;
import org.tokenerror.testing.ZipBytes;

/** Makes classes, jars and descriptors for applications that were never built. */
final class Made {
  static final String JAKARTA_5 =
      "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"5.0\">%s</web-app>";

  private Made() {}

  /** Judges as the filter's settings do. */
  static boolean isNameable(String endpoint) {
    try {
      return TokenErrorSettings.builder().endpoints(List.of(endpoint)).build() != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Stands for the filter's jars. */
  static FilterJars jars(String version) {
    return namespace -> new FilterJar(namespace, version, Bytes.of(filterJar(version)));
  }

  static byte[] filterJar(String version) {
    ZipBytes jar = new ZipBytes();
    jar.add(
        "META-INF/MANIFEST.MF",
        "Manifest-Version: 1.0\nImplementation-Version: " + version + "\n\n");
    jar.add(JarReader.FILTER_CLASS, "a class");
    return jar.build();
  }

  static byte[] webXml(String elements) {
    return JAKARTA_5.formatted(elements).getBytes(StandardCharsets.UTF_8);
  }

  /** Begins a servlet of a namespace. */
  static ClassWriter servlet(Namespace namespace, String name) {
    ClassWriter type = new ClassWriter(0);
    String parent = namespace.label() + "/servlet/http/HttpServlet";
    type.visit(Opcodes.V11, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, parent, null);
    return type;
  }

  static byte[] servletBytes(Namespace namespace) {
    return servlet(namespace, "com.example.TokenServlet").toByteArray();
  }

  /** Begins a class with an annotation that takes paths. */
  static ClassWriter annotated(String name, String annotation, String member, String... paths) {
    ClassWriter type = new ClassWriter(0);
    type.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
    values(type.visitAnnotation(descriptor(annotation), true), member, paths);
    return type;
  }

  /** Adds a method with an annotation that takes paths. */
  static void method(ClassWriter type, String annotation, String member, String... paths) {
    MethodVisitor method =
        type.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT,
            "m" + System.identityHashCode(paths),
            "()V",
            null,
            null);
    values(method.visitAnnotation(descriptor(annotation), true), member, paths);
    method.visitEnd();
  }

  /** Adds a method with two annotations, as JAX-RS has them. */
  static void posting(ClassWriter type, String namespace, String path) {
    MethodVisitor method =
        type.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_ABSTRACT, "post", "()V", null, null);
    method.visitAnnotation(descriptor(namespace + ".ws.rs.POST"), true).visitEnd();
    AnnotationVisitor annotation =
        method.visitAnnotation(descriptor(namespace + ".ws.rs.Path"), true);
    annotation.visit("value", path);
    annotation.visitEnd();
    method.visitEnd();
  }

  private static void values(AnnotationVisitor annotation, String member, String... paths) {
    AnnotationVisitor array = annotation.visitArray(member);
    for (String path : paths) {
      array.visit(null, path);
    }
    array.visitEnd();
    annotation.visitEnd();
  }

  private static String descriptor(String type) {
    return "L" + type.replace('.', '/') + ";";
  }
}
