package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class MasterKeysTest {
    @RegisterExtension static final TestDatabase db = TestDatabase.create();

    @TempDir Path folder;

    @Test
    void keys_are_made_once_and_for_their_owner_alone() throws IOException {
        MasterKeys made = MasterKeys.create(folder);
        MasterKeys again = MasterKeys.create(folder);
        assertThat(again.hashKey()).isEqualTo(made.hashKey());
        assertThat(made.hashKey().getEncoded()).hasSize(32);
        for (String name : new String[] {"master.json", "hash.json"}) {
            var permissions = Files.getPosixFilePermissions(folder.resolve(name));
            assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
        }
    }

    @Test
    void a_wrapped_key_opens_for_its_own_id_alone() {
        MasterKeys keys = MasterKeys.create(folder);
        UUID id = UUID.randomUUID();
        byte[] key = {1, 2, 3};
        byte[] wrapped = keys.wrap(id, key);
        assertThat(MasterKeys.open(folder).unwrap(id, wrapped)).isEqualTo(key);
        assertThatThrownBy(() -> keys.unwrap(UUID.randomUUID(), wrapped))
                .isInstanceOf(KeysRefusedException.class);
    }

    @Test
    void a_missing_key_is_refused() {
        assertThatThrownBy(() -> MasterKeys.open(folder))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining("master.json is missing");
    }

    @Test
    void a_key_that_others_can_read_is_refused() throws IOException {
        MasterKeys.create(folder);
        Files.setPosixFilePermissions(
                folder.resolve("hash.json"), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> MasterKeys.open(folder))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void a_damaged_key_is_refused() throws IOException {
        MasterKeys.create(folder);
        Files.writeString(folder.resolve("master.json"), "{}");
        assertThatThrownBy(() -> MasterKeys.open(folder))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void a_wrong_master_key_is_refused() throws IOException {
        MasterKeys right = MasterKeys.create(folder.resolve("right"));
        MasterKeys wrong = MasterKeys.create(folder.resolve("wrong"));
        right.checkAgainst(db.database());
        assertThatCode(() -> right.checkAgainst(db.database())).doesNotThrowAnyException();
        assertThatThrownBy(() -> wrong.checkAgainst(db.database()))
                .isInstanceOf(KeysRefusedException.class)
                .hasMessageContaining("put back");

        // The master key alone is not enough: fingerprints come from the hash key.
        Files.copy(
                folder.resolve("right/master.json"),
                folder.resolve("wrong/master.json"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        MasterKeys half = MasterKeys.open(folder.resolve("wrong"));
        assertThatThrownBy(() -> half.checkAgainst(db.database()))
                .isInstanceOf(KeysRefusedException.class);
    }
}
