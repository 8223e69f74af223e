package io.tallyport.core.inventory;

class InMemoryLevelSpoolsTest implements LevelSpoolsContract {

    private final InMemoryLevelSpools spools = new InMemoryLevelSpools();

    @Override
    public LevelSpools spools() {
        return spools;
    }
}
