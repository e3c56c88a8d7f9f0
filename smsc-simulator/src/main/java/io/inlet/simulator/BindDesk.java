package io.inlet.simulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides on binds. Judges on the event loop; any thread may tell it to refuse. */
final class BindDesk {
    private final SmscSettings settings;
    private final Sessions sessions;
    private volatile @Nullable Refusal refusal;

    BindDesk(SmscSettings settings, Sessions sessions) {
        this.settings = settings;
        this.sessions = sessions;
    }

    private record Refusal(int status, long untilNanos) {
        boolean holds() {
            return System.nanoTime() - untilNanos < 0;
        }
    }

    void refuse(int status, Duration howLong) {
        refusal = new Refusal(status, System.nanoTime() + howLong.toNanos());
    }

    void acceptAgain() {
        refusal = null;
    }

    /** The command_status of the bind's answer. */
    int judge(BindRequest request) {
        Refusal current = refusal;
        if (current != null && current.holds()) {
            return current.status();
        }
        SmscSettings.Account account = settings.account();
        if (account != null && !account.systemId().equals(request.systemId())) {
            return CommandStatus.ESME_RINVSYSID.code();
        }
        if (account != null && !account.password().equals(request.password())) {
            return CommandStatus.ESME_RINVPASWD.code();
        }
        return sessions.all().size() < settings.bindsAtMost()
                ? CommandStatus.ESME_ROK.code()
                : CommandStatus.ESME_RALYBND.code();
    }
}
