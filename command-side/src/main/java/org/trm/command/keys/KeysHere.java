package org.trm.command.keys;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.trm.events.privacy.KeyStore;
import org.trm.events.wiring.FileKeyStore;

/** Where the keys are kept: in a folder of this machine. */
@Configuration(proxyBeanMethods = false)
class KeysHere {
    /** In one process both sides share the first. */
    @Bean
    @ConditionalOnMissingBean
    KeyStore keyStore(@Value("${trm.keys:}") String folder, @Value("${trm.erased:}") String erased) {
        if (folder.isBlank() || erased.isBlank()) {
            throw new IllegalStateException(
                    "Say where the keys are kept, apart from the database and its backups: --trm.keys=FOLDER, "
                            + "and where it is noted whose keys were destroyed: --trm.erased=FILE");
        }
        return FileKeyStore.in(Path.of(folder), Path.of(erased));
    }
}
