package org.trm.command.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Acts are remembered for 30 days; whoever asks again later acts anew. */
@Configuration(proxyBeanMethods = false)
class Forgetting {
    @Bean
    RecurringTask<Void> forgetActs(JdbcTemplate jdbc) {
        return Tasks.recurring("forget-acts", FixedDelay.ofHours(1))
                .execute((task, execution) ->
                        jdbc.update("DELETE FROM acts.idempotency WHERE created_at < now() - interval '30 days'"));
    }
}
