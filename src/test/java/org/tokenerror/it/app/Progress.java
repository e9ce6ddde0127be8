package org.tokenerror.it.app;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a test look at a request that is still being answered, and hold it up. */
final class Progress {
  private static final Map<String, Progress> ALL = new ConcurrentHashMap<>();

  final AtomicLong written = new AtomicLong();
  final AtomicInteger ended = new AtomicInteger();
  final CountDownLatch released = new CountDownLatch(1);

  private Progress() {}

  static Progress of(String key) {
    return ALL.computeIfAbsent(key, any -> new Progress());
  }
}
