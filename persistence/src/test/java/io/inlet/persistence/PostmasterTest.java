package io.inlet.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PostmasterTest {
    @Test
    void a_server_is_known_by_the_folder_in_its_arguments() {
        assertThat(Postmaster.folderNamedBy("/bin/postgres\0-D\0/var/it's a home/data\0"))
                .isEqualTo("/var/it's a home/data");
    }

    @Test
    void arguments_without_a_folder_name_none() {
        assertThat(Postmaster.folderNamedBy("postgres: walwriter \0")).isEmpty();
        assertThat(Postmaster.folderNamedBy("postgres\0-D")).isEmpty();
    }
}
