package io.tallyport.core.inventory;

import io.tallyport.core.kernel.InMemoryUnitOfWork;
import io.tallyport.core.kernel.UnitOfWork;

final class InMemoryLevelMirrorTest implements LevelMirrorContract {

    private final InMemoryLevelMirror mirror = new InMemoryLevelMirror();
    private final UnitOfWork unitOfWork = new InMemoryUnitOfWork();

    @Override
    public LevelMirror subject() {
        return mirror;
    }

    @Override
    public LevelMirrorSink sink() {
        return mirror;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }
}
