package io.inlet.app;

import io.inlet.code.LanguagesRefusedException;
import io.inlet.http.OpsKeyRefusedException;
import io.inlet.http.PortUnavailableException;
import io.inlet.intake.StoreUnavailableException;
import io.inlet.persistence.DatabaseRefusedException;
import io.inlet.persistence.DatabaseUnreachableException;
import io.inlet.persistence.KeysRefusedException;
import io.inlet.persistence.SlotTakenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Says in one line why a command failed. What an operator can mend is told by its message alone; a
 * bug is told with its trace.
 */
final class FailureReport implements IExecutionExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(FailureReport.class);

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine command, ParseResult arguments) {
        if (isForOperators(failure)) {
            command.getErr().println("inlet: " + failure.getMessage());
        } else {
            log.error("inlet failed; this is a bug", failure);
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static boolean isForOperators(Exception failure) {
        return failure instanceof CommandFailure
                || failure instanceof LanguagesRefusedException
                || failure instanceof PortUnavailableException
                || failure instanceof OpsKeyRefusedException
                || failure instanceof StoreUnavailableException
                || failure instanceof DatabaseRefusedException
                || failure instanceof DatabaseUnreachableException
                || failure instanceof SlotTakenException
                || failure instanceof KeysRefusedException;
    }
}
