package io.inlet.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import io.inlet.id.EnumName;
import io.inlet.tenant.Caller;
import io.inlet.tenant.SubAccountOutcome;
import io.inlet.tenant.SubAccounts;
import io.inlet.tenant.Tenant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tenant's sub-accounts over HTTP. Called on virtual threads; blocks on the store. */
final class SubAccountOperations {
    private static final int MOST_NAME = 200;

    private final SubAccounts accounts;

    SubAccountOperations(SubAccounts accounts) {
        this.accounts = accounts;
    }

    private record WishJson(@Nullable String name) {}

    private record AccountJson(String id, String name, String state) {
        static AccountJson of(Tenant account) {
            return new AccountJson(
                    account.id().toString(),
                    account.name(),
                    EnumName.of(account.rights().standing().state()));
        }
    }

    private record MadeJson(AccountJson account, String keyId, String key) {}

    HttpResponse create(Exchange exchange, Caller caller) {
        String name = Texts.required("name", exchange.json(WishJson.class).name(), MOST_NAME);
        return switch (accounts.create(caller, name)) {
            case SubAccountOutcome.Made(var account, var key) ->
                    Answers.json(
                            HttpStatus.CREATED,
                            new MadeJson(
                                    AccountJson.of(account), key.id().toString(), key.reveal()));
            case SubAccountOutcome.NotOwner _ ->
                    throw new RefusedException(
                            Problem.of(
                                    ProblemType.NOT_OWNER,
                                    "use a key of the owner, of a tenant that is no sub-account"));
            case SubAccountOutcome.TenantHeld(var standing) -> throw Held.refused(standing);
            case SubAccountOutcome.TooMany _ ->
                    throw new RefusedException(
                            Problem.of(
                                    ProblemType.TOO_MANY_SUB_ACCOUNTS,
                                    "a tenant has %d at most".formatted(SubAccounts.MOST)));
        };
    }

    HttpResponse list(Exchange exchange, Caller caller) {
        List<AccountJson> all = accounts.of(caller.tenant()).stream().map(AccountJson::of).toList();
        return Answers.ok(Map.of("accounts", all));
    }
}
