package io.tallyport.docs.violations.corekinds.core.kernel;

public interface Port {
    Runnable ANONYMOUS = new Runnable() {
        @Override
        public void run() {}
    };
}
