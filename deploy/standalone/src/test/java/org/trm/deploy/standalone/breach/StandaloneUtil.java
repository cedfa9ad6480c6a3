package org.trm.deploy.standalone.breach;

/** Made only to break the wall around names, so that it is seen that it is noticed when broken. */
public final class StandaloneUtil {
    private StandaloneUtil() {}
}
