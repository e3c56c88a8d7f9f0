package io.inlet.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inlet.consent.Consent;
import io.inlet.consent.ConsentId;
import io.inlet.consent.ConsentMethod;
import io.inlet.lease.Purpose;
import io.inlet.sms.Octets;
import io.inlet.tenant.Environment;
import io.inlet.tenant.ProfileId;
import io.inlet.tenant.ProfileStatus;
import io.inlet.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeasesOverHttpTest {
    private static final Consent CONSENT_FOR_QA =
            new Consent(
                    Octets.hex("00"),
                    Purpose.QA_TESTING,
                    "v1",
                    ConsentMethod.WEB_FORM,
                    Octets.hex("00"),
                    Instant.EPOCH,
                    null);
    private final RunningInlet inlet = new RunningInlet();
    private final ContractClient client = inlet.client();

    @AfterAll
    void end() {
        inlet.close();
    }

    @Test
    void lease_is_created_with_a_cursor_and_read_back() {
        Answer made =
                client.post(
                        "/v1/leases",
                        """
                        {"ttl":"30m","purpose":"qa_testing","country":"DE","lineType":"mobile",
                        "justification":"nightly run","routingTag":"blue"}\
                        """);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/lease/state")).isEqualTo("active");
        assertThat(made.text("/lease/routingTag")).isEqualTo("blue");
        String path = made.headers().firstValue("Location").orElseThrow();
        assertThat(client.get(path).json()).isEqualTo(made.json().at("/lease"));
        assertThat(client.get(path + "/messages?after=" + made.text("/cursor")).status())
                .isEqualTo(200);
    }

    @Test
    void a_number_can_be_named() {
        Answer made =
                client.post(
                        "/v1/leases",
                        "{\"number\":\"+999555011050\",\"ttl\":\"10m\",\"purpose\":\"qa_testing\"}");
        assertThat(made.text("/lease/number")).isEqualTo("+999555011050");
    }

    @Test
    void list_goes_page_by_page_and_holds_the_tenants_own_alone() {
        ContractClient own = inlet.client();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(RunningInlet.lease(own).text("/lease/id"));
        }
        RunningInlet.lease(client);
        List<String> read = new ArrayList<>();
        Answer page = own.get("/v1/leases?limit=2");
        while (true) {
            page.json().at("/leases").forEach(l -> read.add(l.at("/id").textValue()));
            if (page.json().at("/next").isNull()) {
                break;
            }
            page = own.get("/v1/leases?limit=2&after=" + page.text("/next"));
        }
        assertThat(read).isEqualTo(made);
    }

    @Test
    void lease_is_extended_until_180_days_in_all() {
        String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
        String before = client.get(path).text("/expiresAt");
        Answer extended = client.post(path + "/extend", "{\"by\":\"30m\"}");
        assertThat(extended.status()).isEqualTo(200);
        assertThat(extended.text("/lease/expiresAt")).isGreaterThan(before);
        Answer refused = client.post(path + "/extend", "{\"by\":\"180d\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("duration-not-allowed");
        assertThat(refused.text("/longest")).isEqualTo("180d");
        assertThat(client.post(path + "/extend", "{\"by\":\"0m\"}").status()).isEqualTo(400);
    }

    @Test
    void released_lease_is_in_grace_and_cannot_be_changed() {
        String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
        Answer released = client.post(path + "/release");
        assertThat(released.status()).isEqualTo(200);
        assertThat(released.text("/lease/state")).isEqualTo("grace");
        Answer again = client.post(path + "/release");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("wrong-state");
        assertThat(again.text("/state")).isEqualTo("grace");
        assertThat(client.post(path + "/extend", "{\"by\":\"30m\"}").status()).isEqualTo(409);
    }

    @Test
    void lease_shorter_or_longer_than_allowed_is_refused() {
        for (String ttl : List.of("9m", "181d", "599s")) {
            Answer refused =
                    client.post(
                            "/v1/leases", "{\"purpose\":\"qa_testing\",\"ttl\":\"" + ttl + "\"}");
            assertThat(refused.problem()).isEqualTo("duration-not-allowed");
            assertThat(refused.text("/shortest")).isEqualTo("10m");
        }
    }

    @Test
    void no_number_that_fits_is_a_conflict() {
        Answer refused =
                client.post(
                        "/v1/leases",
                        "{\"country\":\"FR\",\"ttl\":\"30m\",\"purpose\":\"qa_testing\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("no-number-available");
    }

    @Test
    void refusal_names_the_criteria_that_are_in_the_way() {
        Answer refused =
                client.post(
                        "/v1/leases",
                        """
                        {"country":"DE","areaCode":"30","pattern":"999555*","ttl":"30m",
                        "purpose":"qa_testing"}\
                        """);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/alternatives")).hasSize(1);
        assertThat(refused.text("/alternatives/0/without")).isEqualTo("areaCode");
        assertThat(refused.json().at("/alternatives/0/free/count").intValue()).isPositive();
    }

    @Test
    void a_number_is_leased_by_criteria() {
        Answer made =
                client.post(
                        "/v1/leases",
                        """
                        {"country":"DE","carrier":"acme","pattern":"*1088","tags":[],"ttl":"10m",
                        "purpose":"qa_testing"}\
                        """);
        assertThat(made.text("/lease/number")).isEqualTo("+999555011088");
    }

    @Test
    void criteria_that_cannot_be_are_refused_by_their_name() {
        for (String criterion :
                List.of(
                        "\"pattern\":\"*55*\"",
                        "\"pattern\":\"4%\"",
                        "\"areaCode\":\"x\"",
                        "\"region\":\"Bavaria\"",
                        "\"residency\":\"Europe\"",
                        "\"tags\":[\"Blue\"]",
                        "\"country\":\"Germany\"")) {
            Answer refused =
                    client.post(
                            "/v1/leases",
                            "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\"," + criterion + "}");
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.text("/detail"))
                    .startsWith(criterion.substring(1, criterion.indexOf('"', 1)) + ": ");
        }
    }

    @Test
    void availability_counts_what_fits() {
        String query = "/v1/pool/availability?country=DE&lineType=mobile&pattern=99955501107?";
        Answer before = client.get(query);
        assertThat(before.json().at("/free/count").intValue()).isEqualTo(10);
        assertThat(before.json().at("/free/more").booleanValue()).isFalse();
        client.post(
                "/v1/leases",
                "{\"number\":\"+999555011070\",\"ttl\":\"10m\",\"purpose\":\"qa_testing\"}");
        Answer after = client.get(query);
        assertThat(after.json().at("/free/count").intValue()).isEqualTo(9);
        assertThat(after.json().at("/reserved/count").intValue()).isEqualTo(1);
        assertThat(client.get("/v1/pool/availability?tags=a,b").json().at("/free/count").intValue())
                .isZero();
        assertThat(client.get("/v1/pool/availability?number=%2B99").status()).isEqualTo(400);
        assertThat(client.get("/v1/pool/availability?colour=red").status()).isEqualTo(400);
        assertThat(inlet.anonymous().get("/v1/pool/availability").status()).isEqualTo(401);
    }

    @Test
    void live_lease_needs_justification_verified_profile_and_consent() {
        Tenant tenant = inlet.tenant(Environment.LIVE);
        ContractClient live = inlet.client(inlet.key(tenant).reveal());
        ProfileId verified =
                inlet.stores.createProfile(tenant.id(), "shop", ProfileStatus.VERIFIED);
        ProfileId unverified =
                inlet.stores.createProfile(tenant.id(), "shop", ProfileStatus.UNVERIFIED);
        ConsentId consent = inlet.stores.record(tenant.id(), CONSENT_FOR_QA);

        assertThat(live(live, "").problem()).isEqualTo("justification-missing");
        assertThat(live(live, ",\"justification\":\"x\"").status()).isEqualTo(403);
        Answer noProfile =
                live(live, ",\"justification\":\"x\",\"profileId\":\"" + unverified + "\"");
        assertThat(noProfile.problem()).isEqualTo("consent-missing");
        Answer wrongProfile =
                live(
                        live,
                        ",\"justification\":\"x\",\"profileId\":\"%s\",\"consentId\":\"%s\""
                                .formatted(unverified, consent));
        assertThat(wrongProfile.status()).isEqualTo(403);
        assertThat(wrongProfile.problem()).isEqualTo("profile-not-verified");
        Answer noConsent =
                live(live, ",\"justification\":\"x\",\"profileId\":\"" + verified + "\"");
        assertThat(noConsent.status()).isEqualTo(422);
        assertThat(noConsent.problem()).isEqualTo("consent-missing");
        Answer made =
                live(
                        live,
                        ",\"justification\":\"x\",\"profileId\":\"%s\",\"consentId\":\"%s\""
                                .formatted(verified, consent));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("/lease/profileId")).isEqualTo(verified.toString());
    }

    @Test
    void lease_of_another_tenant_does_not_exist() {
        String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
        ContractClient stranger = inlet.client();
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/messages").status()).isEqualTo(404);
        assertThat(stranger.get(path + "/code?timeout=1s").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/release").status()).isEqualTo(404);
        assertThat(stranger.post(path + "/extend", "{\"by\":\"30m\"}").status()).isEqualTo(404);
    }

    @Test
    void time_decides_the_state_that_is_shown() {
        String path = "/v1/leases/" + RunningInlet.lease(client).text("/lease/id");
        inlet.clock.advance(Duration.ofMinutes(31));
        assertThat(client.get(path).text("/state")).isEqualTo("grace");
        inlet.clock.advance(Duration.ofHours(2));
        assertThat(client.get(path).text("/state")).isEqualTo("purged");
    }

    private static Answer live(ContractClient client, String more) {
        return client.post(
                "/v1/leases", "{\"ttl\":\"30m\",\"purpose\":\"qa_testing\"" + more + "}");
    }
}
