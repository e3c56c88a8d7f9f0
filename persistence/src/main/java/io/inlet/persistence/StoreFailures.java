package io.inlet.persistence;

import io.inlet.intake.DataRefusedException;
import io.inlet.intake.OutcomeUnknownException;
import io.inlet.intake.StoreUnavailableException;
import java.io.Serial;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says in the domain's terms what a failure of the database means. PostgreSQL shows values in its
 * messages and whole rows in their details, so the original exception never gets out: what does
 * holds the SQLSTATE, the constraint and the stack trace. Stateless; any thread.
 */
final class StoreFailures implements ExecuteListener {
    @Serial private static final long serialVersionUID = 1;

    /** Translates what any statement of a {@code DSLContext} throws. */
    @Override
    public void exception(ExecuteContext ctx) {
        SQLException sql = ctx.sqlException();
        RuntimeException failure = ctx.exception();
        if (sql != null) {
            ctx.exception(translate(sql));
        } else if (failure != null) {
            ctx.exception(translate(failure));
        }
    }

    /** What a failure means if it came before the commit was asked for. */
    static RuntimeException translate(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof StoreUnavailableException || t instanceof DataRefusedException) {
                return (RuntimeException) t;
            }
            if (t instanceof SQLException sql) {
                return t instanceof Stripped ? failure : translate(sql);
            }
        }
        if (failure instanceof DataAccessException) {
            // jOOQ's own, which may quote the value that it could not convert.
            var bug = new IllegalStateException(failure.getClass().getSimpleName());
            bug.setStackTrace(failure.getStackTrace());
            return bug;
        }
        return failure;
    }

    /** What a failure means if it came before the commit was asked for. */
    static RuntimeException translate(SQLException failure) {
        Stripped cause = strip(failure);
        String text = "the database failed with " + cause.getMessage();
        return switch (kind(failure)) {
            case UNAVAILABLE -> new StoreUnavailableException(text, cause);
            case DATA ->
                    new DataRefusedException("the data was refused: " + cause.getMessage(), cause);
            case BUG -> new IllegalStateException(text, cause);
        };
    }

    /** What a failure of the commit itself means. */
    static RuntimeException translateCommit(SQLException failure) {
        if (isAnsweredNo(state(failure))) {
            RuntimeException refused = translate(failure);
            return refused instanceof IllegalStateException
                    ? new StoreUnavailableException("the commit was refused", strip(failure))
                    : refused;
        }
        Stripped cause = strip(failure);
        return new OutcomeUnknownException(
                "the commit broke off with " + cause.getMessage(), cause);
    }

    /** Whether a refusal means that a row named another which is not there. */
    static boolean isMissingReference(DataRefusedException refusal) {
        return state(refusal).equals("23503");
    }

    /** The SQLSTATE behind a translated failure, or empty. */
    static String state(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    private enum Kind {
        UNAVAILABLE,
        DATA,
        BUG
    }

    private static Kind kind(SQLException failure) {
        String state = state(failure);
        if (failure instanceof SQLTransientException) {
            return Kind.UNAVAILABLE; // the pool's own: no connection became free in time
        }
        if (root(failure) instanceof InterruptedException) {
            return Kind.UNAVAILABLE; // the pool's too: the gateway stops
        }
        if (state.isEmpty()) {
            // Closed, or else a value that jOOQ could not read.
            return root(failure) instanceof SQLException ? Kind.UNAVAILABLE : Kind.BUG;
        }
        return switch (state.substring(0, 2)) {
            case "22", "23", "54" -> Kind.DATA;
            // Connection, authorisation, wrong database, rollback (serialization and deadlock),
            // resources, lock and object state, operator intervention, system, internal.
            case "08", "28", "3D", "40", "53", "55", "57", "58", "XX" -> Kind.UNAVAILABLE;
            // Idle too long, or the primary has become a standby.
            case "25" -> Kind.UNAVAILABLE;
            default -> Kind.BUG;
        };
    }

    /**
     * Whether the server, asked to commit, has said no, which it can only before the commit record:
     * constraints, rollback, resources, timeout, or a transaction that had failed already.
     */
    private static boolean isAnsweredNo(String state) {
        return state.equals("57014")
                || state.equals("25P02")
                || (state.length() == 5
                        && switch (state.substring(0, 2)) {
                            case "22", "23", "40", "53", "54", "55" -> true;
                            default -> false;
                        });
    }

    private static Stripped strip(SQLException failure) {
        if (failure instanceof Stripped stripped) {
            return stripped;
        }
        String state = state(failure);
        StringBuilder text =
                new StringBuilder(state.isEmpty() ? "no SQLSTATE" : "SQLSTATE " + state);
        if (state.equals(FullDisk.SQLSTATE)) {
            text.append(", its disk is full");
        }
        String constraint = constraint(failure);
        if (constraint != null) {
            text.append(", constraint ").append(constraint);
        }
        text.append(" (").append(root(failure).getClass().getSimpleName()).append(')');
        return new Stripped(text.toString(), failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static @Nullable String constraint(SQLException failure) {
        if (failure instanceof PSQLException postgres) {
            ServerErrorMessage message = postgres.getServerErrorMessage();
            return message == null ? null : message.getConstraint();
        }
        return null;
    }

    /** A failure of the database without what it said. */
    private static final class Stripped extends SQLException {
        @Serial private static final long serialVersionUID = 1;

        Stripped(String text, SQLException original) {
            super(text, StoreFailures.state(original));
            setStackTrace(original.getStackTrace());
        }
    }
}
