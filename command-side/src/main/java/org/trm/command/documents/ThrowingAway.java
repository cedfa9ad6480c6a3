package org.trm.command.documents;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was put aside and no act has kept within a day belongs to no case. */
@Configuration(proxyBeanMethods = false)
class ThrowingAway {
    @Bean
    RecurringTask<Void> throwDocumentsAway(JdbcTemplate jdbc) {
        return Tasks.recurring("throw-documents-away", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, execution) -> jdbc.update(
                        "DELETE FROM documents.sealed WHERE NOT kept AND stored_at < now() - interval '1 day'"));
    }
}
