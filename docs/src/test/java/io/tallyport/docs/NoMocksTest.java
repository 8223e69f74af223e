package io.tallyport.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module brings in a library that makes objects up: tests use the contract kits' own stand-ins. */
class NoMocksTest {

    private static final Pattern MOCKS = Pattern.compile(
            "<artifactId>[^<]*(mockito|easymock|powermock|jmockit|jmock|mockk|wiremock|mockserver|mockwebserver)[^<]*<",
            Pattern.CASE_INSENSITIVE);

    private static final List<String> WELL_KNOWN = List.of(
            "org.mockito.Mockito",
            "org.easymock.EasyMock",
            "mockit.Expectations",
            "org.jmock.Mockery",
            "io.mockk.MockK");

    @Test
    void noPomNamesOne() throws IOException {
        List<Path> poms;
        try (Stream<Path> files = Files.walk(Pages.ROOT, 2)) {
            poms = files.filter(file -> file.endsWith("pom.xml")).toList();
        }
        assertThat(poms)
                .hasSizeGreaterThan(8)
                .allSatisfy(pom -> assertThat(names(Pages.text(pom))).isFalse());
    }

    @Test
    void aPomThatNamesOneIsNoticed() {
        assertThat(names(
                        "<dependency><groupId>org.mockito</groupId><artifactId>mockito-core</artifactId></dependency>"))
                .isTrue();
        assertThat(names("<exclude>org.mockito:*</exclude>")).isFalse();
    }

    @Test
    void noneIsOnTheClassPathOfAllModules() {
        assertThat(WELL_KNOWN).noneMatch(NoMocksTest::isThere);
        assertThat(isThere("org.junit.jupiter.api.Test")).isTrue();
    }

    private static boolean names(String pom) {
        return MOCKS.matcher(pom).find();
    }

    private static boolean isThere(String name) {
        try {
            return Class.forName(name, false, NoMocksTest.class.getClassLoader()) != null;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
